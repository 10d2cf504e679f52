package androidx.test.runner.lifecycle;

/** What an application went through. */
public enum ApplicationStage {
    PRE_ON_CREATE,
    CREATED
}
