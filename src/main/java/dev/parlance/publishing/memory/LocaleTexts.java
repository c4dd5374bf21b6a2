package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.compiled.RenderedText;
import dev.parlance.rendering.syntax.Syntax;
import java.time.ZoneId;

/** The texts of one locale by position: loaded from a release, or generated on access. Immutable. */
interface LocaleTexts {

    /** Returns the canonical JSON of the bundle, in UTF-8. Callers must not modify the array. */
    byte[] bundle();

    /** Returns whether the bundle and its digest are in memory, so that they need not be created. */
    boolean hasBundle();

    /** Returns the digest of the bundle. */
    Digest digest();

    /** Returns the text as typed. */
    String text(int position);

    /** Returns the description as typed. */
    String description(int position);

    Syntax syntax(int position);

    /** Returns the locale in which the text was found. */
    LocaleTag locale(int position);

    RenderedText renderText(int position, ArgumentValues arguments, ZoneId zone);

    RenderedText renderDescription(int position, ArgumentValues arguments, ZoneId zone);
}
