package dev.ananas.ui.android;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Activity;
import android.widget.FrameLayout;
import android.widget.ListView;
import android.widget.TextView;
import dev.ananas.orm.Database;
import dev.ananas.orm.Repository;
import dev.ananas.orm.model.EntityType;
import dev.ananas.orm.model.Row;
import dev.ananas.samples.android.Turns;
import dev.ananas.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;

@RunWith(RobolectricTestRunner.class)
@Config(qualifiers = "w400dp-h800dp")
public class ScopeOfViewTest {
    private static final EntityType<Row> PEOPLE = EntityType.dynamic("people")
            .string("code", null)
            .number("rank", 0)
            .primaryKey("code")
            .build();

    private final Store store = Store.builder().linger(Duration.ZERO).build();
    private final Database db = Database.on(store, PEOPLE);
    private final Repository<Row> people = db.repository(PEOPLE);
    private final ActivityController<Activity> screen =
            Robolectric.buildActivity(Activity.class).setup();
    private final FrameLayout content = new FrameLayout(screen.get());

    public ScopeOfViewTest() {
        screen.get().setContentView(content);
        List<Map<String, ?>> data = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            data.add(Map.of("code", "c" + i, "rank", i * 10));
        }
        people.insertMaps(data);
    }

    @After
    public void close() {
        store.close();
    }

    @Test
    public void aScopeClosesWhenItsViewIsTakenOut() {
        TextView view = new TextView(screen.get());
        AndroidScope scope = AndroidScope.of("view", view);
        Turns.frame();
        assertThat(scope.isClosed()).as("not attached yet").isFalse();
        content.addView(view);
        scope.show(people.query().count(), count -> view.setText(count.toString()));
        Turns.until("count", () -> view.getText().toString().equals("5"));
        content.removeView(view);
        Turns.frame();
        assertThat(scope.isClosed()).isTrue();
        Turns.until("nothing live", () -> db.describe().levels().isEmpty());
    }

    @Test
    public void aViewThatIsGivenAnotherParentKeepsItsScope() {
        FrameLayout other = new FrameLayout(screen.get());
        content.addView(other);
        TextView view = new TextView(screen.get());
        content.addView(view);
        AndroidScope scope = AndroidScope.of("view", view);
        content.removeView(view);
        other.addView(view);
        Turns.frame();
        assertThat(scope.isClosed()).isFalse();
        screen.pause().stop().destroy();
        Turns.frame();
        assertThat(scope.isClosed()).isTrue();
    }

    @Test
    public void checkedRowsStayCheckedWhereverTheyMove() {
        ListView list = new ListView(screen.get());
        list.setChoiceMode(ListView.CHOICE_MODE_MULTIPLE);
        content.addView(list);
        AndroidScope scope = AndroidScope.of("list", list);
        LiveListAdapter<Row> adapter = scope.adapter(
                people.query().orderBy("rank"),
                row -> row.get("code"),
                RowView.of(parent -> new TextView(parent.getContext()), (view, row) -> view.setText(code(row))));
        list.setAdapter(adapter);
        Turns.until("rows", () -> list.getChildCount() == 5);
        list.setItemChecked(1, true);
        people.saveMap(Map.of("code", "c1", "rank", 100));
        Turns.until(
                "moved",
                () -> list.getChildCount() == 5 && code(adapter.getItem(4)).equals("c1"));
        Turns.until("checked", () -> list.isItemChecked(4) && !list.isItemChecked(1));
        assertThat(adapter.list()).isEqualTo(people.query().orderBy("rank").get());
    }

    private static String code(Row row) {
        return String.valueOf(row.get("code"));
    }

    @Test
    public void aThousandActivitiesLeaveNothing() {
        List<AndroidScope> scopes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            ActivityController<Activity> opened =
                    Robolectric.buildActivity(Activity.class).create();
            AndroidScope scope = AndroidScope.of("activity " + i, opened.get());
            scope.list(people.query().orderBy("rank"), RangeCallbacks.whole(() -> {}));
            opened.destroy();
            scopes.add(scope);
        }
        assertThat(scopes)
                .allMatch(AndroidScope::isClosed)
                .allMatch(scope -> scope.open().isEmpty());
        Turns.until("nothing live", () -> db.describe().levels().isEmpty());
    }
}
