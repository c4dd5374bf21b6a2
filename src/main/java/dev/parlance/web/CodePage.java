package dev.parlance.web;

import dev.parlance.web.page.LocalizedText;
import dev.parlance.web.page.PageFrame;
import java.util.List;

/**
 * The page of a code.
 *
 * @param path         path of the page
 * @param editPath     path of the message in the editor
 * @param selected     the language of the message (BCP 47)
 * @param languages    the languages in the form
 * @param translations the rendered message in each language, up to the limit of a page
 * @param more         number of translations that exceed this limit
 * @param channels     the releases in which the code is served, by channel
 */
public record CodePage(PageFrame frame, String path, String catalog, String catalogTitle, String editPath, Definition definition,
                       LocalizedText message, LocalizedText description, List<ArgumentField> arguments, String selected,
                       List<LocalizedText> languages, List<LocalizedText> translations, long more, List<Sibling> siblings,
                       Guidance guidance, Snippets snippets, List<ServedRelease> channels) {

    /**
     * The definition of the message.
     *
     * @param grpcStatus the name of the gRPC status
     * @param replacedBy key of the replacement message; empty if there is none
     * @param sunset     last day on which the message is served (ISO 8601); empty if it has none
     */
    public record Definition(String key, String code, String reason, int httpStatus, String grpcStatus, List<String> tags,
                             boolean developer, boolean deprecated, String replacedBy, String sunset) {
        /** Returns the first digit of the status (RFC 9110, 15). */
        public int statusClass() {
            return httpStatus / 100;
        }

        public boolean hasOwnKey() {
            return !key.equals(code);
        }
    }

    /**
     * A declared argument, which is a field of the form.
     *
     * @param field   name of the form field
     * @param value   the value with which the message is rendered
     * @param forms   examples of accepted values
     * @param invalid whether the value does not match the type
     */
    public record ArgumentField(String name, String field, String type, String example, String value, String forms, boolean invalid) {
    }

    /** Another message with the same code. */
    public record Sibling(String key, String path, LocalizedText message) {
    }

    /**
     * Advice on handling the message.
     *
     * @param handling the part of the label keys that identifies the handling
     */
    public record Guidance(String handling, boolean outcomeUnknown) {
        public String label() {
            return "code.retry." + handling;
        }

        /** Returns whether there is advice. A message that is not an error has none unless its definition gives one. */
        public boolean isGiven() {
            return !handling.equals(Handling.NONE.labelKey());
        }
    }

    /**
     * The release that a channel points at.
     *
     * @param createdAt time of the release (ISO 8601)
     * @param state     whether the text in the release is {@code same}, {@code different} or {@code missing}
     */
    public record ServedRelease(String channel, int release, String createdAt, String state) {
        public String label() {
            return "code." + state + "Text";
        }
    }

    /** Returns whether the message has no text in the selected language, so that another language is shown. */
    public boolean isFallback() {
        return !message.language().equals(selected);
    }

    public String catalogPath() {
        return CodeLists.PATH + "/" + catalog;
    }

    public String replacementPath() {
        return CodePages.pathOf(catalog, definition.replacedBy());
    }
}
