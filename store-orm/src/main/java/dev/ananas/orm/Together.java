package dev.ananas.orm;

import dev.ananas.orm.query.Answer;
import dev.ananas.orm.query.Found;
import dev.ananas.orm.query.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several questions as one, whose answer lists theirs. */
final class Together implements Question.Combine<List<@Nullable Object>> {
    private final List<Single<?>> questions;

    private Together(List<Single<?>> questions) {
        this.questions = questions;
    }

    /** Some of the parts, and what makes an answer of what they find. */
    private record Single<T>(int from, int to, Question.Combine<T> combine) {
        @SuppressWarnings("unchecked") // what is passed as the answer before is one
        @Nullable
        Object answer(List<Found> found, @Nullable Object before) {
            return combine.answer(found.subList(from, to), (T) before);
        }

        Single<T> forSubscriber() {
            return new Single<>(from, to, combine.forSubscriber());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the answers are listed in the order of the questions
    static <T> Question<List<T>> of(List<? extends Answer<? extends T>> answers) {
        List<Question.Part> parts = new ArrayList<>();
        List<Single<?>> singles = new ArrayList<>(answers.size());
        for (Answer<?> answer : answers) {
            Question<?> question = answer.question();
            int from = parts.size();
            parts.addAll(question.parts());
            singles.add(new Single<>(from, parts.size(), question.combine()));
        }
        return new Question<>(List.copyOf(parts), (Question.Combine) new Together(List.copyOf(singles)));
    }

    @Override
    public List<@Nullable Object> answer(List<Found> found, @Nullable List<@Nullable Object> before) {
        List<@Nullable Object> now = new ArrayList<>(questions.size());
        boolean same = before != null;
        for (int i = 0; i < questions.size(); i++) {
            Object then = before == null ? null : before.get(i);
            Object answer = questions.get(i).answer(found, then);
            same &= answer == then;
            now.add(answer);
        }
        return before != null && same ? before : Collections.unmodifiableList(now);
    }

    @Override
    public Question.Combine<List<@Nullable Object>> forSubscriber() {
        List<Single<?>> kept = new ArrayList<>(questions.size());
        questions.forEach(question -> kept.add(question.forSubscriber()));
        return new Together(kept);
    }
}
