/**
 * Message files of go-i18n 2, in JSON and TOML.
 *
 * <p>An id has a text or an object with the plural forms {@code zero} to {@code other} and a description. Groups of messages give their
 * names to the ids, separated by dots, and a list of messages with ids is read, too. The names of members have no case. Delimiters of a
 * message are replaced by the usual ones. {@code hash} is skipped: go-i18n computes it again from the source text. Other members are
 * reported.
 *
 * <p>The forms of a text with <code>{{.PluralCount}}</code> count this argument. go-i18n has neither ordinals nor forms for single numbers,
 * so they are lossy.
 *
 * <p>The parser of TOML keeps no lines, so the lines of keys are searched in the text. It gives no line for a file that is nested too
 * deeply.
 */
@NullMarked
package dev.parlance.formats.goi18n;

import org.jspecify.annotations.NullMarked;
