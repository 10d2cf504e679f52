package dev.ananas.samples.android;

import android.app.Activity;
import android.os.Bundle;
import android.text.Editable;
import android.text.TextWatcher;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.ListView;
import android.widget.TextView;
import dev.ananas.orm.query.ChangingQuery;
import dev.ananas.samples.android.model.Member;
import dev.ananas.ui.android.AndroidScope;
import dev.ananas.ui.android.LiveListAdapter;
import dev.ananas.ui.android.RowView;
import org.jspecify.annotations.Nullable;

/**
 * A list of the crew. What is typed filters it; a button adds who is typed, a tap trains, a long press removes. The screen is never told to
 * show anything anew: it follows the data for as long as the activity lives.
 */
public final class CrewActivity extends Activity {
    static final int TITLE = 1;
    static final int NAME = 2;
    static final int ADD = 3;
    static final int LIST = 4;

    private final RowView<Member, MemberRow> row =
            RowView.of(parent -> new MemberRow(parent.getContext()), MemberRow::show);

    private Crew crew;
    private AndroidScope scope;
    private ChangingQuery<Member> found;
    private EditText name;

    @Override
    protected void onCreate(@Nullable Bundle state) {
        super.onCreate(state);
        crew = ((CrewApplication) getApplication()).crew();
        scope = AndroidScope.of("crew", this);
        buildViews();
        TextView title = findViewById(TITLE);
        scope.show(crew.all().count(), count -> title.setText(count + " people"));
        found = crew.named("").changing();
        show(findViewById(LIST));
    }

    private void buildViews() {
        LinearLayout screen = new LinearLayout(this);
        screen.setOrientation(LinearLayout.VERTICAL);
        TextView title = new TextView(this);
        title.setId(TITLE);
        screen.addView(title);
        name = new EditText(this);
        name.setId(NAME);
        name.setSingleLine();
        name.setHint("Search, or name someone to add");
        name.addTextChangedListener(new Typed());
        screen.addView(name);
        Button add = new Button(this);
        add.setId(ADD);
        add.setText("Add");
        add.setOnClickListener(button -> add());
        screen.addView(add);
        ListView list = new ListView(this);
        list.setId(LIST);
        screen.addView(list, new LinearLayout.LayoutParams(LinearLayout.LayoutParams.MATCH_PARENT, 0, 1));
        setContentView(screen);
    }

    private void show(ListView list) {
        LiveListAdapter<Member> members = scope.adapter(found, Member::id, row);
        list.setAdapter(members);
        list.setOnItemClickListener((parent, view, position, id) -> crew.train(members.getItem(position)));
        list.setOnItemLongClickListener((parent, view, position, id) -> {
            crew.remove(id);
            return true;
        });
    }

    private void add() {
        String typed = name.getText().toString().trim();
        if (!typed.isEmpty()) {
            crew.add(typed);
            name.setText("");
        }
    }

    AndroidScope scope() {
        return scope;
    }

    private final class Typed implements TextWatcher {
        @Override
        public void beforeTextChanged(CharSequence text, int start, int count, int after) {}

        @Override
        public void onTextChanged(CharSequence text, int start, int before, int count) {}

        @Override
        public void afterTextChanged(Editable text) {
            scope.ask(found, crew.named(text.toString()));
        }
    }
}
