package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.ResponsiblePerson;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.catalog.editing.EditTexts.TextTarget;
import dev.parlance.checks.Finding;
import dev.parlance.checks.Severity;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.PatternValidator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Decides whether a text may be saved with a given state.
 *
 * <p>A text that cannot be rendered is never stored. A draft may have any other fault. A translated or approved text has no errors, and
 * each of its warnings is confirmed with a reason.
 */
@Singleton
public final class TextPolicy {
    /** Problem member with the findings of the checks. */
    public static final String FINDINGS = "findings";

    private final RunChecks runChecks;
    private final ResponsiblePerson responsiblePerson;

    public TextPolicy(RunChecks runChecks, ResponsiblePerson responsiblePerson) {
        this.runChecks = runChecks;
        this.responsiblePerson = responsiblePerson;
    }

    /**
     * The findings of the checks, and the confirmations that apply to the content.
     *
     * @param confirmations confirmations of this content, from this request or from earlier ones
     */
    record PolicyResult(List<Finding> findings, Confirmations confirmations) {
    }

    /**
     * Checks the content and enforces the policy.
     *
     * @throws ProblemException if the policy does not allow the text
     */
    PolicyResult enforce(Catalog catalog, MessageDraft draft, TextTarget target, SaveTextCommand command) {
        PatternValidator.validate("/message", command.content().syntax(), command.content().message());
        PatternValidator.validate("/description", command.content().syntax(), command.content().description());
        var findings = runChecks.check(RunChecks.targetOf(catalog, draft, target.locale()), command.content());
        rejectInvalidPattern(findings);
        var confirmations = effectiveConfirmations(draft, target, command, findings);
        if (command.state() != TextState.DRAFT) {
            rejectErrors(target, draft.message().definition().contract(), findings);
            rejectUnconfirmedWarnings(findings, confirmations);
        }
        if (command.state() == TextState.APPROVED && catalog.twoPersonRule()) {
            rejectSelfApproval(draft, target, command);
        }
        return new PolicyResult(findings, confirmations);
    }

    /** Confirmations apply to one content only. Those that match no warning are dropped. */
    private static Confirmations effectiveConfirmations(MessageDraft draft, TextTarget target, SaveTextCommand command,
            List<Finding> findings) {
        var warnedChecks = findings.stream().filter(it -> it.severity() == Severity.WARNING).map(Finding::check)
                .collect(Collectors.toSet());
        var previous = draft.text(target.locale()).filter(it -> it.content().equals(command.content()))
                .map(MessageText::confirmations).orElse(Confirmations.NONE);
        var added = new Confirmations(command.confirmations().entrySet().stream()
                .map(it -> new Confirmation(it.getKey(), it.getValue(), target.context().actor())).toList());
        return new Confirmations(previous.mergedWith(added).all().stream().filter(it -> warnedChecks.contains(it.check())).toList());
    }

    /** Rejects a date style that cannot format a date. {@link PatternValidator} has rejected all other errors already. */
    private static void rejectInvalidPattern(List<Finding> findings) {
        findings.stream().filter(it -> it.check().equals("pattern")).findFirst().ifPresent(it -> {
            var pointer = "/" + it.part().name().toLowerCase(Locale.ROOT);
            throw PatternValidator.formatProblem(pointer, String.valueOf(it.arguments().get("formatter"))).withMember(FINDINGS, findings);
        });
    }

    private static void rejectErrors(TextTarget target, ArgumentContract contract, List<Finding> findings) {
        var errors = findings.stream().filter(it -> it.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw errorProblem(target, contract, errors).withMember(FINDINGS, findings);
        }
    }

    private static ProblemException errorProblem(TextTarget target, ArgumentContract contract, List<Finding> errors) {
        var arguments = errors.stream().filter(it -> it.check().equals("arguments"))
                .map(it -> String.valueOf(it.arguments().get("argument"))).distinct().sorted().toList();
        return arguments.isEmpty() ? ProblemType.TEXT_HAS_ERRORS.with(errors.size())
                : ProblemType.ARGUMENT_MISMATCH.with(target.key().value(), String.join(", ", arguments), contract.describeTypes());
    }

    private static void rejectUnconfirmedWarnings(List<Finding> findings, Confirmations confirmations) {
        var unconfirmed = findings.stream().filter(it -> it.severity() == Severity.WARNING).map(Finding::check)
                .filter(it -> !confirmations.checks().contains(it)).distinct().sorted().toList();
        if (!unconfirmed.isEmpty()) {
            throw ProblemType.UNCONFIRMED_WARNINGS.with(String.join(", ", unconfirmed)).withMember(FINDINGS, findings);
        }
    }

    /** Rejects an approval by the author, also with an API key, or in the request that changes the content. */
    private void rejectSelfApproval(MessageDraft draft, TextTarget target, SaveTextCommand command) {
        var author = draft.text(target.locale()).filter(it -> it.content().equals(command.content())).map(MessageText::author);
        if (author.filter(it -> !isSamePerson(it, target.context().actor())).isEmpty()) {
            throw ProblemType.SECOND_PERSON_NEEDED.with();
        }
    }

    private boolean isSamePerson(String author, String approver) {
        return author.equals(approver) || responsiblePerson.of(author).equals(responsiblePerson.of(approver));
    }
}
