package dev.ananas.samples.android;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.res.Configuration;
import android.text.Editable;
import android.text.TextWatcher;
import android.view.View;
import android.widget.EditText;
import android.widget.ListView;
import android.widget.TextView;
import dev.ananas.samples.android.model.Member;
import dev.ananas.samples.android.model.Member_;
import dev.ananas.ui.android.AndroidScope;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;

@RunWith(RobolectricTestRunner.class)
@Config(application = CrewApplication.class, qualifiers = "w400dp-h800dp")
public class CrewActivityTest {
    private final Crew crew = ((CrewApplication) RuntimeEnvironment.getApplication()).crew();
    private ActivityController<CrewActivity> screen;

    @Before
    public void launch() {
        screen = Robolectric.buildActivity(CrewActivity.class).setup();
        awaitRows("Ada", "Grace", "Linus", "Margaret", "Tim");
    }

    @After
    public void close() {
        if (!screen.get().isDestroyed()) {
            screen.pause().stop().destroy();
        }
        crew.close();
    }

    private ListView list() {
        return screen.get().findViewById(CrewActivity.LIST);
    }

    private EditText name() {
        return screen.get().findViewById(CrewActivity.NAME);
    }

    private String title() {
        return screen.get().<TextView>findViewById(CrewActivity.TITLE).getText().toString();
    }

    private List<String> rows() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < list().getChildCount(); i++) {
            names.add(row(i).name().getText().toString());
        }
        return names;
    }

    private MemberRow row(int position) {
        return (MemberRow) list().getChildAt(position);
    }

    private void awaitRows(String... names) {
        Turns.until("rows " + List.of(names), () -> rows().equals(List.of(names)));
    }

    /** Hears which rows are given a text from now on. */
    private List<MemberRow> bound() {
        List<MemberRow> bound = new ArrayList<>();
        for (int i = 0; i < list().getChildCount(); i++) {
            MemberRow row = row(i);
            row.name().addTextChangedListener(new TextWatcher() {
                @Override
                public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

                @Override
                public void onTextChanged(CharSequence text, int start, int before, int count) {}

                @Override
                public void afterTextChanged(Editable text) {
                    bound.add(row);
                }
            });
        }
        return bound;
    }

    @Test
    public void theScreenShowsTheCrewWithWhatTheLinksSay() {
        assertThat(row(0).skills().getText().toString()).isEqualTo("Mathematics 5, Engines 3");
        Turns.until("title", () -> title().equals("5 people"));
    }

    @Test
    public void aTapRaisesTheLevelAndOnlyThatRowIsBoundAgain() {
        List<MemberRow> bound = bound();
        MemberRow grace = row(1);
        list().performItemClick(grace, 1, list().getItemIdAtPosition(1));
        Turns.until("level", () -> row(1).skills().getText().toString().equals("Compilers 6, Mathematics 4"));
        assertThat(bound).containsExactly(grace);
        assertThat(row(1)).isSameAs(grace);
        assertThat(rows()).containsExactly("Ada", "Grace", "Linus", "Margaret", "Tim");
    }

    @Test
    public void aRowThatMovesKeepsItsViewAndTheOthersAreLeftAsTheyAre() {
        List<MemberRow> bound = bound();
        MemberRow tim = row(4);
        crew.database().repository(Member_.ENTITY).saveJson("{\"id\": 5, \"name\": \"Babbage\"}");
        awaitRows("Ada", "Babbage", "Grace", "Linus", "Margaret");
        assertThat(bound).containsExactly(tim);
        assertThat(row(1)).isSameAs(tim);
    }

    @Test
    public void whatIsTypedIsALiveQuery() {
        name().setText("A");
        awaitRows("Ada", "Grace", "Margaret");
        crew.add("Barbara");
        awaitRows("Ada", "Barbara", "Grace", "Margaret");
        crew.add("Bob");
        Turns.until("title", () -> title().equals("7 people"));
        assertThat(rows()).containsExactly("Ada", "Barbara", "Grace", "Margaret");
        name().setText("%");
        awaitRows();
    }

    @Test
    public void theButtonAddsAndALongPressRemoves() {
        name().setText("Barbara");
        screen.get().findViewById(CrewActivity.ADD).performClick();
        awaitRows("Ada", "Barbara", "Grace", "Linus", "Margaret", "Tim");
        assertThat(name().getText().toString()).isEmpty();
        assertThat(row(1).skills().getText().toString()).isEqualTo("Mathematics 1");
        View grace = row(2);
        list().getOnItemLongClickListener().onItemLongClick(list(), grace, 2, list().getItemIdAtPosition(2));
        awaitRows("Ada", "Barbara", "Linus", "Margaret", "Tim");
    }

    @Test
    public void destroyEndsWhatTheScreenFollows() {
        assertThat(crew.database().describe().levels()).isNotEmpty();
        assertThat(screen.get().scope().open()).hasSize(2);
        CrewActivity activity = screen.get();
        screen.pause().stop().destroy();
        assertThat(activity.scope().isClosed()).isTrue();
        assertThat(activity.scope().open()).isEmpty();
        Turns.until("nothing live", () -> crew.database().describe().levels().isEmpty());
    }

    @Test
    public void aTurnedDeviceShowsTheSameAndFollowsWhatChangesMeanwhile() {
        name().setText("A");
        awaitRows("Ada", "Grace", "Margaret");
        CrewActivity before = screen.get();
        RuntimeEnvironment.setQualifiers("+land");
        crew.add("Barbara");
        screen.configurationChange();
        assertThat(screen.get()).isNotSameAs(before);
        assertThat(before.scope().isClosed()).isTrue();
        assertThat(screen.get().getResources().getConfiguration().orientation)
                .isEqualTo(Configuration.ORIENTATION_LANDSCAPE);
        awaitItems("Ada", "Barbara", "Grace", "Margaret");
        crew.remove(1);
        awaitItems("Barbara", "Grace", "Margaret");
    }

    /** Also those that a screen of this height does not show. */
    private void awaitItems(String... names) {
        Turns.until("items " + List.of(names), () -> {
            List<String> items = new ArrayList<>();
            for (int i = 0; i < list().getAdapter().getCount(); i++) {
                items.add(((Member) list().getAdapter().getItem(i)).name());
            }
            return items.equals(List.of(names));
        });
    }

    /** All are created, which opens what they follow; some are shown, too. */
    @Test
    public void aThousandScreensLeaveNothing() {
        screen.pause().stop().destroy();
        List<WeakReference<CrewActivity>> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            screen = Robolectric.buildActivity(CrewActivity.class).create();
            all.add(new WeakReference<>(screen.get()));
            assertThat(screen.get().scope().open()).hasSize(2);
            if (i % 100 == 0) {
                screen.start().resume().visible();
                awaitRows("Ada", "Grace", "Linus", "Margaret", "Tim");
                screen.pause().stop();
            }
            AndroidScope scope = screen.get().scope();
            screen.destroy();
            assertThat(scope.isClosed()).isTrue();
            assertThat(scope.open()).isEmpty();
        }
        Turns.until("nothing live", () -> crew.database().describe().levels().isEmpty());
        Turns.until("no screen is held but the last ones", () -> {
            System.gc();
            return all.stream().filter(activity -> activity.get() != null).count() <= 3;
        });
    }

    @Test
    public void rotationKeepsWhatWasTypedAndLeaksNothing() {
        name().setText("A");
        awaitRows("Ada", "Grace", "Margaret");
        for (int i = 0; i < 5; i++) {
            CrewActivity before = screen.get();
            screen.recreate();
            assertThat(screen.get()).isNotSameAs(before);
            assertThat(before.scope().isClosed()).isTrue();
            awaitRows("Ada", "Grace", "Margaret");
            assertThat(screen.get().scope().open()).hasSize(2);
        }
        screen.pause().stop().destroy();
        Turns.until("nothing live", () -> crew.database().describe().levels().isEmpty());
    }
}
