/**
 * Message files of go-i18n 2, in JSON and TOML.
 *
 * <p>An id has a text, or an object with the plural forms {@code zero} to {@code other} and a description. The names of message groups
 * prefix the ids, separated by dots. Lists of messages with ids are supported too. Member names are case-insensitive. Custom delimiters of
 * a message are replaced with the default ones. {@code hash} is skipped, because go-i18n recomputes it from the source text. Other members
 * are reported.
 *
 * <p>The forms of a text with <code>{{.PluralCount}}</code> count this argument. go-i18n supports neither ordinals nor forms for single
 * numbers, so they are lossy.
 *
 * <p>The TOML parser does not record lines, so the lines of keys are searched in the text. It reports no line for a file that is nested too
 * deeply.
 */
@NullMarked
package dev.parlance.formats.goi18n;

import org.jspecify.annotations.NullMarked;
