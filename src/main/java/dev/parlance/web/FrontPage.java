package dev.parlance.web;

import dev.parlance.web.page.LocalizedText;
import dev.parlance.web.page.PageFrame;
import java.util.List;

/**
 * The front page.
 *
 * @param example   the interactive example; its texts are empty if no public catalog has messages
 * @param languages the languages in the form
 * @param codes     codes that the form suggests
 */
public record FrontPage(PageFrame frame, Example example, List<LocalizedText> languages, List<String> codes) {

    /**
     * A rendered message.
     *
     * @param found     whether there is a message with the code
     * @param code      the code of the form
     * @param first     the first argument of the form
     * @param second    the second argument of the form
     * @param selected  the language of the form (BCP 47)
     * @param message   the rendered message
     * @param curl      the command that renders it
     * @param path      path of the page of the code
     */
    public record Example(boolean found, String code, String first, String second, String selected, LocalizedText message, String curl,
                          String path) {
    }
}
