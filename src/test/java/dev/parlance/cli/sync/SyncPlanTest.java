package dev.parlance.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.cli.sync.SyncDecisions.Side;
import dev.parlance.locales.LocaleTag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;

class SyncPlanTest {
    private static final LocaleTag EN = new LocaleTag("en");
    private static final LocaleTag DE = new LocaleTag("de");

    private final Map<TextKey, String> local = new LinkedHashMap<>();
    private final Map<TextKey, String> server = new LinkedHashMap<>();
    private final Map<TextKey, SyncedText> base = new LinkedHashMap<>();

    @Test
    void sendsAndFetchesWhatOneSideChanged() {
        text(EN, "a", "new", "old", "old");
        text(DE, "a", "alt", "neu", "alt");
        text(EN, "b", "same", "same", "same");
        assertThat(steps(plan(SyncDecisions.NONE))).isEqualTo("a de WRITE, a en IMPORT");
        assertThat(plan(SyncDecisions.NONE).isBlocked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # local, server, base, side, action
            mine, theirs, old, LOCAL,  IMPORT
            mine, theirs, old, SERVER, WRITE
            mine, theirs, old,       , CONFLICT
                , theirs, old, LOCAL,  DELETE_ON_SERVER
                , theirs, old, SERVER, WRITE
            mine,       , old, LOCAL,  IMPORT
            mine,       , old, SERVER, DELETE_IN_FILES
            mine, theirs,    , LOCAL,  IMPORT
            """)
    void resolvesConflictsOnlyAsAsked(@Nullable String mine, @Nullable String theirs, @Nullable String old, @Nullable Side side,
            SyncAction action) {
        text(EN, "a", mine, theirs, old);
        var byKey = side == null ? SyncDecisions.NONE : new SyncDecisions(Map.of("a", side), Optional.empty(), false, Map.of(), false);
        var byAll = new SyncDecisions(Map.of(), Optional.ofNullable(side), false, Map.of(), false);
        assertThat(steps(plan(byKey))).isEqualTo("a en " + action);
        assertThat(steps(plan(byAll))).isEqualTo("a en " + action);
        assertThat(plan(byKey).isBlocked()).isEqualTo(side == null);
    }

    @Test
    void propagatesDeletionsOnlyIfAsked() {
        text(EN, "here", null, "x", "x");
        text(EN, "there", "y", null, "y");
        var kept = plan(SyncDecisions.NONE);
        assertThat(steps(kept)).isEmpty();
        assertThat(kept.kept()).hasSize(2);
        assertThat(kept.isBlocked()).isFalse();
        assertThat(steps(plan(delete()))).isEqualTo("here en DELETE_ON_SERVER, there en DELETE_IN_FILES");
    }

    @Test
    void deletesASingleKeyThatAnAnswerNames() {
        text(EN, "here", null, "x", "x");
        text(EN, "there", "y", null, "y");
        var decisions = new SyncDecisions(Map.of("here", Side.SERVER, "there", Side.SERVER), Optional.empty(), false, Map.of(), false);
        assertThat(steps(plan(decisions))).isEqualTo("here en WRITE, there en DELETE_IN_FILES");
    }

    @Test
    void asksBeforeARewrittenFileRestoresADeletedText() {
        text(EN, "here", null, "x", "x");
        text(EN, "a", "old", "new", "old");
        assertThat(plan(SyncDecisions.NONE).endangered()).hasSize(1);
        assertThat(plan(SyncDecisions.NONE).isBlocked()).isTrue();
        assertThat(plan(delete()).isBlocked()).isFalse();
    }

    @Test
    void asksAboutKeysWithTheTextOfADeletedOne() {
        text(EN, "old.key", null, "Hello", "Hello");
        text(EN, "new.key", "Hello", null, null);
        text(EN, "other", "Bye", null, null);
        var plan = plan(SyncDecisions.NONE);
        assertThat(plan.renames()).containsExactly(new SyncPlan.Rename("old.key", "new.key"));
        assertThat(plan.isBlocked()).isTrue();
    }

    @Test
    void deletesTheOldKeyOfAConfirmedRename() {
        text(EN, "old.key", null, "Hello", "Hello");
        text(EN, "new.key", "Hello", null, null);
        var plan = plan(new SyncDecisions(Map.of(), Optional.empty(), false, Map.of("new.key", "old.key"), false));
        assertThat(steps(plan)).isEqualTo("new.key en IMPORT, old.key en DELETE_ON_SERVER");
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void takesNoRenamesAsAnAnswer() {
        text(EN, "old.key", null, "Hello", "Hello");
        text(EN, "new.key", "Hello", null, null);
        var plan = plan(new SyncDecisions(Map.of(), Optional.empty(), false, Map.of(), true));
        assertThat(steps(plan)).isEqualTo("new.key en IMPORT");
        assertThat(plan.kept()).hasSize(1);
        assertThat(plan.isBlocked()).isFalse();
    }

    private void text(LocaleTag locale, String key, @Nullable String mine, @Nullable String theirs, @Nullable String old) {
        var text = new TextKey(locale, key);
        put(local, text, mine);
        put(server, text, theirs);
        if (old != null) {
            base.put(text, new SyncedText(old, old));
        }
    }

    private static void put(Map<TextKey, String> texts, TextKey text, @Nullable String digest) {
        if (digest != null) {
            texts.put(text, digest);
        }
    }

    private SyncPlan plan(SyncDecisions decisions) {
        return SyncPlan.of(new SyncSides(local, server, base), decisions, EN);
    }

    private static SyncDecisions delete() {
        return new SyncDecisions(Map.of(), Optional.empty(), true, Map.of(), false);
    }

    private static String steps(SyncPlan plan) {
        return plan.steps().stream().map(it -> it.text().key() + " " + it.text().locale() + " " + it.action())
                .collect(Collectors.joining(", "));
    }
}
