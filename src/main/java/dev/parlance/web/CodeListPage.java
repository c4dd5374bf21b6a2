package dev.parlance.web;

import dev.parlance.web.page.LocalizedText;
import dev.parlance.web.page.PageFrame;
import java.util.List;

/**
 * A page of the codes of a catalog.
 *
 * @param filter    the current values of the form
 * @param statuses  the statuses in the form
 * @param tags      the tags in the form
 * @param selected  the language of the texts (BCP 47)
 * @param languages the languages in the form
 * @param total     number of matching messages; -1 if there are more than this page shows
 * @param first     number of the first message of this page, from 1
 * @param csv       path of the matching messages as CSV
 * @param previous  path of the previous page; empty on the first page
 * @param next      path of the next page; empty on the last page
 */
public record CodeListPage(PageFrame frame, String path, String catalog, String title, Filter filter, List<Integer> statuses,
                           List<String> tags, String selected, List<LocalizedText> languages, List<CodeRow> rows, long total, int first,
                           String csv, String previous, String next) {

    /** The values of the form, empty if not filled in. */
    public record Filter(String q, String status, String tag) {
        public boolean isEmpty() {
            return q.isEmpty() && status.isEmpty() && tag.isEmpty();
        }
    }

    /** A message, rendered with the examples of its arguments. */
    public record CodeRow(String key, String code, int httpStatus, String reason, LocalizedText message, String path) {
        /** Returns the first digit of the status (RFC 9110, 15). */
        public int statusClass() {
            return httpStatus / 100;
        }
    }

    public int last() {
        return first + rows.size() - 1;
    }
}
