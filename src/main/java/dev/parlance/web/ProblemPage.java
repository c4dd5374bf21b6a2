package dev.parlance.web;

import dev.parlance.web.page.LocalizedText;
import dev.parlance.web.page.PageFrame;
import java.util.List;

/**
 * A problem as a page.
 *
 * @param text   title and detail, in the language of the problem
 * @param detail explanation of this occurrence, in the same language
 * @param path   path of the page for the code
 */
public record ProblemPage(PageFrame frame, int status, LocalizedText title, List<ProblemDetail> detail, String code, String path) {
}
