package dev.ananas.samples.quickstart;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.ananas.orm.query.Query;
import dev.ananas.samples.quickstart.model.Country;
import dev.ananas.samples.quickstart.model.Country_;
import dev.ananas.samples.quickstart.model.Language;
import dev.ananas.store.ChangeSet;
import dev.ananas.store.RowChange;
import dev.ananas.store.Store;
import dev.ananas.store.StoreException;
import dev.ananas.store.Transition;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import reactor.core.Disposable;

/** Ananas in five minutes: the JDK's locale data as a database, queries that stay open, and who hears of a change. */
public final class Quickstart {
    private final Console console;
    private final LocaleDatabase db;
    private final List<LiveQuery<?>> queries;
    private final Audience audience = new Audience();
    private final Changes changes;

    private Quickstart(Console console, Store store) {
        this.console = console;
        this.db = LocaleDatabase.in(store);
        this.queries = LiveQueries.over(db);
        this.changes = new Changes(db);
    }

    /** Runs it and prints to the standard output. */
    public static void main(String[] args) {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(PrintStream out) {
        try (Store store = Store.create()) {
            new Quickstart(new Console(out), store).run();
        }
    }

    private void run() {
        console.title("Ananas quickstart: the locale data of this JDK as a live database");
        load();
        askOnce();
        subscribe();
        change();
        measure();
    }

    private void load() {
        long start = System.nanoTime();
        LocaleData data = LocaleData.ofThisJdk();
        long read = System.nanoTime();
        db.load(data);
        long stored = System.nanoTime();

        console.section("Load: " + data.size() + " rows, read from the JDK in " + millis(start, read)
                + " ms, stored in " + millis(read, stored) + " ms as transition #"
                + db.store().version());
        console.line(data.countries().size() + " countries, " + data.languages().size() + " languages, "
                + data.locales().size() + " locales that link the two, "
                + data.currencies().size() + " currencies, "
                + data.scripts().size() + " scripts");
    }

    private static long millis(long start, long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - start);
    }

    private void askOnce() {
        Query<Country> query = db.countries()
                .query()
                .where(Country_.name.like("New %"))
                .with(Country_.currency)
                .with(Country_.languages)
                .orderBy(Country_.name);
        console.section("Ask once: countries named \"New ...\", each with its currency and its languages");
        List<Country> answer = query.get();
        long sinceStart = ManagementFactory.getRuntimeMXBean().getUptime();
        for (Country country : answer) {
            String languages = country.languages().stream().map(Language::name).collect(joining(", "));
            console.line(country.name() + ": " + country.currency().get().name() + "; " + languages);
        }
        console.line("first answer " + sinceStart + " ms after the start of the JVM");
    }

    private void subscribe() {
        console.section("Subscribe: four questions stay open, answered now and whenever the answer reads differently");
        for (LiveQuery<?> query : queries) {
            console.line(query.name(), query.meaning());
            audience.add(query.name(), query.texts());
        }
        audience.report(console);
    }

    private void change() {
        console.section("Change: what is written (~ updated, + inserted, - deleted), and who hears of it");
        write("sync: Switzerland keeps its official languages", changes::keepOfficialLanguages);
        write("update: Romansh becomes Rumantsch", changes::renameRomansh);
        write("attach: English, with a date pattern", changes::attachEnglish);
        write("detach: English", changes::detachEnglish);
        write("update: Denmark pays in euro", changes::payInEuro);
        write("transaction: Switzerland turns to Latin", changes::introduceLatin);
        write("update: the yen, about which nobody asked", () -> changes.renameYen("Yen"));
        refuse("transaction: the second of two writes is wrong", changes::nameACountryByANumber);
        audience.close();
    }

    private void write(String what, Runnable change) {
        List<Transition> made = new ArrayList<>();
        Disposable watch = db.store().transitions().subscribe(made::add);
        change.run();
        watch.dispose();
        made.forEach(transition -> console.change("#" + transition.version(), what, rows(transition.changes())));
        audience.report(console);
    }

    /** Such as {@code countries ~1, locales +2}. */
    private static String rows(ChangeSet changes) {
        return changes.tables().stream()
                .map(table -> table + " " + rows(changes.of(table)))
                .collect(joining(", "));
    }

    private static String rows(List<RowChange> changes) {
        return changes.stream().collect(groupingBy(Quickstart::sign, TreeMap::new, counting())).entrySet().stream()
                .map(entry -> entry.getKey() + entry.getValue())
                .collect(joining(" "));
    }

    private static String sign(RowChange change) {
        if (change.before() == null) {
            return "+";
        }
        return change.after() == null ? "-" : "~";
    }

    private void refuse(String what, Runnable change) {
        try {
            change.run();
        } catch (StoreException refusal) {
            console.change("--", what, "nothing, still at #" + db.store().version());
            console.row("error", String.valueOf(refusal.getMessage()));
        }
        audience.report(console);
    }

    private void measure() {
        console.section(
                "Measure: one change among " + db.size() + " rows, four questions open, median of " + Timing.ROUNDS);
        List<Disposable> subscriptions =
                queries.stream().map(query -> query.answer().flux().subscribe()).toList();
        time("a currency, heard by nobody", round -> changes.renameYen("Yen " + round));
        time("an attribute of a link, heard by swiss", changes::rewriteSwissDates);
        time("a link more or less, heard by swiss, top and latin", round -> changes.toggleEnglish());
        time(
                "for comparison: asking all four afresh",
                round -> queries.forEach(query -> query.answer().get()));
        subscriptions.forEach(Disposable::dispose);
    }

    private void time(String what, IntConsumer step) {
        console.line(String.format(Locale.ROOT, "%7.1f us  %s", Timing.medianMicros(step), what));
    }
}
