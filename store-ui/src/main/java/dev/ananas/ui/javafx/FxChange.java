package dev.ananas.ui.javafx;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The parts of a change one after the other, as listeners read them. */
final class FxChange<M> extends ListChangeListener.Change<M> {
    private final List<Part<M>> parts;
    private int at = -1;

    FxChange(ObservableList<M> list, List<Part<M>> parts) {
        super(list);
        this.parts = parts;
    }

    @Override
    public boolean next() {
        if (at + 1 >= parts.size()) {
            return false;
        }
        at++;
        return true;
    }

    @Override
    public void reset() {
        at = -1;
    }

    @Override
    public int getFrom() {
        return part().from();
    }

    @Override
    public int getTo() {
        return part().to();
    }

    @Override
    public List<M> getRemoved() {
        return part().removed();
    }

    @Override
    protected int[] getPermutation() {
        return part().permutation();
    }

    /** Selection models of the toolkit also ask about rows outside of the range: these stay. */
    @Override
    public int getPermutation(int row) {
        Part<M> part = part();
        return part.permutation().length > 0 && (row < part.from() || row >= part.to())
                ? row
                : super.getPermutation(row);
    }

    @Override
    public boolean wasUpdated() {
        return part().updated();
    }

    private Part<M> part() {
        if (at < 0) {
            throw new IllegalStateException("next() has to be called before the first part of a change is read");
        }
        return parts.get(at);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Part<M> part : parts) {
            text.append(text.length() == 1 ? " " : ", ").append(describe(part));
        }
        return text.append(" }").toString();
    }

    private static String describe(Part<?> part) {
        String range = "[" + part.from() + ", " + part.to() + ")";
        if (part.permutation().length > 0) {
            return range + " permuted";
        }
        if (part.updated()) {
            return range + " updated";
        }
        return part.removed().isEmpty() ? range + " added" : part.removed().size() + " removed, added " + range;
    }
}
