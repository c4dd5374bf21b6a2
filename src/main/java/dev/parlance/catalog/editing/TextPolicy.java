package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.catalog.editing.EditTexts.TextDraft;
import dev.parlance.checks.Finding;
import dev.parlance.checks.Severity;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.PatternValidator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whether a text may be what it wants to be. What cannot be rendered is never stored. A draft may have any other fault; who
 * stands by a text has mended its errors, and has said why he leaves what the checks warn of.
 */
@Singleton
public final class TextPolicy {
    /** The member of a refusal that lists what the checks found. */
    public static final String FINDINGS = "findings";

    private final RunChecks judge;

    public TextPolicy(RunChecks judge) {
        this.judge = judge;
    }

    /** @param confirmed what was confirmed of this wording, now or before */
    record AcceptedText(List<Finding> findings, Confirmations confirmed) {
    }

    AcceptedText accept(Catalog catalog, MessageDraft draft, SaveTextCommand order, TextDraft wanted) {
        PatternValidator.validate("/message", wanted.content().syntax(), wanted.content().message());
        PatternValidator.validate("/description", wanted.content().syntax(), wanted.content().description());
        var findings = judge.findings(RunChecks.place(catalog, draft, order.locale()), wanted.content());
        requireRenderable(findings);
        var confirmed = mergeConfirmations(draft, order, wanted, findings);
        if (wanted.state() != TextState.DRAFT) {
            requireNoErrors(order, findings);
            requireConfirmations(findings, confirmed);
        }
        if (wanted.state() == TextState.APPROVED && catalog.twoPersonRule()) {
            requireSecondPerson(draft, order, wanted);
        }
        return new AcceptedText(findings, confirmed);
    }

    /** Confirmations are of one wording; of those that were not asked for nothing is kept. */
    private static Confirmations mergeConfirmations(MessageDraft draft, SaveTextCommand order, TextDraft wanted, List<Finding> findings) {
        var warned = findings.stream().filter(it -> it.severity() == Severity.WARNING).map(Finding::check).collect(Collectors.toSet());
        var before = draft.text(order.locale()).filter(it -> it.content().equals(wanted.content()))
                .map(MessageText::confirmations).orElse(Confirmations.NONE);
        var now = new Confirmations(wanted.confirmations().entrySet().stream()
                .map(it -> new Confirmation(it.getKey(), it.getValue(), order.context().by())).toList());
        return new Confirmations(before.plus(now).all().stream().filter(it -> warned.contains(it.check())).toList());
    }

    private static void requireRenderable(List<Finding> findings) {
        findings.stream().filter(it -> it.check().equals("pattern")).findFirst().ifPresent(it -> {
            throw ProblemType.INVALID_PATTERN.with("/" + it.part().name().toLowerCase(Locale.ROOT), it.start()).withMember(FINDINGS, findings);
        });
    }

    private static void requireNoErrors(SaveTextCommand order, List<Finding> findings) {
        var errors = findings.stream().filter(it -> it.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw problem(order, errors).withMember(FINDINGS, findings);
        }
    }

    private static ProblemException problem(SaveTextCommand order, List<Finding> errors) {
        var arguments = errors.stream().filter(it -> it.check().equals("arguments"))
                .map(it -> String.valueOf(it.arguments().get("argument"))).distinct().sorted().toList();
        return arguments.isEmpty() ? ProblemType.TEXT_HAS_ERRORS.with(errors.size())
                : ProblemType.ARGUMENT_MISMATCH.with(order.key().value(), String.join(", ", arguments));
    }

    private static void requireConfirmations(List<Finding> findings, Confirmations confirmed) {
        var open = findings.stream().filter(it -> it.severity() == Severity.WARNING).map(Finding::check)
                .filter(it -> !confirmed.checks().contains(it)).distinct().sorted().toList();
        if (!open.isEmpty()) {
            throw ProblemType.UNCONFIRMED_WARNINGS.with(String.join(", ", open)).withMember(FINDINGS, findings);
        }
    }

    /** Who words and approves in one act is one person. */
    private static void requireSecondPerson(MessageDraft draft, SaveTextCommand order, TextDraft wanted) {
        var author = draft.text(order.locale()).filter(it -> it.content().equals(wanted.content())).map(MessageText::wordedBy);
        if (author.filter(it -> !it.equals(order.context().by())).isEmpty()) {
            throw ProblemType.SECOND_PERSON_NEEDED.with();
        }
    }
}
