package dev.ananas.samples.tracker.model;

/** How far an issue is. */
public enum Status {
    OPEN("Open"),
    IN_PROGRESS("In progress"),
    DONE("Done");

    private final String title;

    Status(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
