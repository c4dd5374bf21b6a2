package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.EditTexts.Order;
import dev.parlance.catalog.editing.EditTexts.Wanted;
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
public final class AdmitText {
    /** The member of a refusal that lists what the checks found. */
    public static final String FINDINGS = "findings";

    private final JudgeTexts judge;

    public AdmitText(JudgeTexts judge) {
        this.judge = judge;
    }

    /** @param confirmed what was confirmed of this wording, now or before */
    record Admitted(List<Finding> findings, Confirmations confirmed) {
    }

    Admitted admit(Catalog catalog, MessageDraft draft, Order order, Wanted wanted) {
        PatternValidator.validate("/message", wanted.wording().syntax(), wanted.wording().message());
        PatternValidator.validate("/description", wanted.wording().syntax(), wanted.wording().description());
        var findings = judge.findings(JudgeTexts.place(catalog, draft, order.locale()), wanted.wording());
        refuseUnrenderable(findings);
        var confirmed = confirmed(draft, order, wanted, findings);
        if (wanted.state() != TextState.DRAFT) {
            refuseErrors(order, findings);
            refuseUnconfirmed(findings, confirmed);
        }
        if (wanted.state() == TextState.APPROVED && catalog.twoPersonRule()) {
            refuseOwn(draft, order, wanted);
        }
        return new Admitted(findings, confirmed);
    }

    /** Confirmations are of one wording; of those that were not asked for nothing is kept. */
    private static Confirmations confirmed(MessageDraft draft, Order order, Wanted wanted, List<Finding> findings) {
        var warned = findings.stream().filter(it -> it.severity() == Severity.WARNING).map(Finding::check).collect(Collectors.toSet());
        var before = draft.text(order.locale()).filter(it -> it.wording().equals(wanted.wording()))
                .map(MessageText::confirmed).orElse(Confirmations.NONE);
        var now = new Confirmations(wanted.confirm().entrySet().stream()
                .map(it -> new Confirmation(it.getKey(), it.getValue(), order.act().by())).toList());
        return new Confirmations(before.and(now).all().stream().filter(it -> warned.contains(it.check())).toList());
    }

    private static void refuseUnrenderable(List<Finding> findings) {
        findings.stream().filter(it -> it.check().equals("pattern")).findFirst().ifPresent(it -> {
            throw ProblemType.INVALID_PATTERN.with("/" + it.part().name().toLowerCase(Locale.ROOT), it.start()).withMember(FINDINGS, findings);
        });
    }

    private static void refuseErrors(Order order, List<Finding> findings) {
        var errors = findings.stream().filter(it -> it.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw refusal(order, errors).withMember(FINDINGS, findings);
        }
    }

    private static ProblemException refusal(Order order, List<Finding> errors) {
        var arguments = errors.stream().filter(it -> it.check().equals("arguments"))
                .map(it -> String.valueOf(it.arguments().get("argument"))).distinct().sorted().toList();
        return arguments.isEmpty() ? ProblemType.TEXT_HAS_ERRORS.with(errors.size())
                : ProblemType.ARGUMENT_MISMATCH.with(order.key().value(), String.join(", ", arguments));
    }

    private static void refuseUnconfirmed(List<Finding> findings, Confirmations confirmed) {
        var open = findings.stream().filter(it -> it.severity() == Severity.WARNING).map(Finding::check)
                .filter(it -> !confirmed.checks().contains(it)).distinct().sorted().toList();
        if (!open.isEmpty()) {
            throw ProblemType.UNCONFIRMED_WARNINGS.with(String.join(", ", open)).withMember(FINDINGS, findings);
        }
    }

    /** Who words and approves in one act is one person. */
    private static void refuseOwn(MessageDraft draft, Order order, Wanted wanted) {
        var author = draft.text(order.locale()).filter(it -> it.wording().equals(wanted.wording())).map(MessageText::wordedBy);
        if (author.filter(it -> !it.equals(order.act().by())).isEmpty()) {
            throw ProblemType.SECOND_PERSON_NEEDED.with();
        }
    }
}
