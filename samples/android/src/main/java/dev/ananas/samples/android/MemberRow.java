package dev.ananas.samples.android;

import android.content.Context;
import android.util.TypedValue;
import android.widget.LinearLayout;
import android.widget.TextView;
import dev.ananas.samples.android.model.Knowledge;
import dev.ananas.samples.android.model.Member;
import dev.ananas.samples.android.model.Skill;

/** One row of the list: a name, and below it what that member knows. */
final class MemberRow extends LinearLayout {
    private final TextView name;
    private final TextView skills;

    MemberRow(Context context) {
        super(context);
        setOrientation(VERTICAL);
        int edge = Math.round(TypedValue.applyDimension(
                TypedValue.COMPLEX_UNIT_DIP, 16, getResources().getDisplayMetrics()));
        setPadding(edge, edge / 2, edge, edge / 2);
        name = text(18);
        skills = text(14);
    }

    private TextView text(int size) {
        TextView view = new TextView(getContext());
        view.setTextSize(TypedValue.COMPLEX_UNIT_SP, size);
        addView(view);
        return view;
    }

    void show(Member member) {
        name.setText(member.name());
        StringBuilder text = new StringBuilder();
        for (Skill skill : member.skills()) {
            Knowledge knowledge = skill.knowledge();
            text.append(text.length() == 0 ? "" : ", ")
                    .append(skill.title())
                    .append(' ')
                    .append(knowledge == null ? 0 : knowledge.level());
        }
        skills.setText(text);
    }

    TextView name() {
        return name;
    }

    TextView skills() {
        return skills;
    }
}
