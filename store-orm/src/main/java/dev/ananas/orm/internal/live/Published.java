package dev.ananas.orm.internal.live;

import dev.ananas.orm.view.ToMany;

/** A list that is published: parents and subscriptions show it. */
abstract sealed class Published extends Demand permits Bucket, WindowBucket {
    final Level level;
    final Routes routes = new Routes();
    ToMany<Object> list = ToMany.of();

    Published(Level level, Object key) {
        super(key);
        this.level = level;
    }

    @Override
    final Level level() {
        return level;
    }

    @Override
    boolean isUsed() {
        return routes.size() > 0 || !subscriptions.isEmpty();
    }
}
