package dev.ananas.samples.android;

import android.app.Application;

/** Holds the data for as long as the process lives. */
public final class CrewApplication extends Application {
    private final Crew crew = new Crew();

    /** The data. */
    public Crew crew() {
        return crew;
    }
}
