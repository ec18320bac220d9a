package io.github.untilfixed.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.untilfixed.incident.Incident;
import io.github.untilfixed.incident.Selector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which tests a selector of the registry picks. */
class SelectionTests {

    private static final String PACKAGE = "io.github.untilfixed.expectation";

    @Test
    void aClassPicksItselfItsSubclassesAndWhatIsNestedInThem() {
        var above = selector(Above.class.getName(), null, null, null, null);

        assertThat(picks(above, Above.class)).isTrue();
        assertThat(picks(above, Below.class)).isTrue();
        assertThat(picks(above, Below.Inner.class)).isTrue();
        assertThat(picks(above, Beside.class)).isFalse();
        assertThat(picks(selector(Below.class.getName(), null, null, null, null), Above.class))
                .isFalse();
    }

    @Test
    void aMethodIsPickedByItsNameAndNeverAsAWholeClass() throws NoSuchMethodException {
        var selector = selector(null, "runs", null, null, null);
        var runs = new Subject(List.of(Above.class), Above.class.getDeclaredMethod("runs"), Set.of(), Optional.empty());
        var walks =
                new Subject(List.of(Above.class), Above.class.getDeclaredMethod("walks"), Set.of(), Optional.empty());

        assertThat(Selection.picks(selector, runs)).isTrue();
        assertThat(Selection.picks(selector, walks)).isFalse();
        assertThat(picks(selector, Above.class)).isFalse();
    }

    @Test
    void aTagIsPickedWhole() {
        var slow = new Subject(List.of(Above.class), null, Set.of("slow"), Optional.empty());

        assertThat(Selection.picks(selector(null, null, "slow", null, null), slow))
                .isTrue();
        assertThat(Selection.picks(selector(null, null, "slo", null, null), slow))
                .isFalse();
    }

    @Test
    void aPackagePicksThoseBelowItAndNoneThatOnlyStartsLikeIt() {
        assertThat(picks(selector(null, null, null, PACKAGE, null), Above.class))
                .isTrue();
        assertThat(picks(selector(null, null, null, "io.github", null), Above.class))
                .isTrue();
        assertThat(picks(selector(null, null, null, "io.github.untilfixed.expect", null), Above.class))
                .isFalse();
        assertThat(picks(selector(null, null, null, PACKAGE + ".deeper", null), Above.class))
                .isFalse();
    }

    @Test
    void anInvocationIsPickedByItsIndexAndAWholeTemplateAlways() {
        var second = selector(null, null, null, null, 2);

        assertThat(Selection.picks(second, invocation(2))).isTrue();
        assertThat(Selection.picks(second, invocation(1))).isFalse();
        assertThat(picks(second, Above.class)).isTrue();
    }

    @Test
    void allThatIsGivenMustFit() {
        assertThat(picks(selector(Above.class.getName(), null, null, PACKAGE, null), Above.class))
                .isTrue();
        assertThat(picks(selector(Above.class.getName(), null, "slow", PACKAGE, null), Above.class))
                .isFalse();
    }

    @Test
    void isDescribedAsItWouldBeTyped() {
        assertThat(selector("a.B", "c", "slow", "a", 2).describe())
                .isEqualTo("class a.B method c tag slow package a invocation 2");
    }

    private static boolean picks(Selector selector, Class<?> type) {
        return Selection.picks(
                selector, new Subject(Subject.withEnclosing(List.of(type)), null, Set.of(), Optional.empty()));
    }

    private static Subject invocation(int index) {
        return new Subject(
                List.of(Above.class),
                null,
                Set.of(),
                Optional.of(new Subject.Invocation(index, "number " + index, List.of())));
    }

    private static Selector selector(
            @Nullable String className,
            @Nullable String method,
            @Nullable String tag,
            @Nullable String packageName,
            @Nullable Integer invocation) {
        return new Selector(
                Optional.ofNullable(className),
                Optional.ofNullable(method),
                Optional.ofNullable(tag),
                Optional.ofNullable(packageName),
                Optional.ofNullable(invocation),
                Optional.empty(),
                false,
                false,
                new Incident.Lines(1, 1));
    }

    private static class Above {

        @SuppressWarnings("unused")
        void runs() {}

        @SuppressWarnings("unused")
        void walks() {}
    }

    private static class Below extends Above {

        private static final class Inner {}
    }

    private static final class Beside {}
}
