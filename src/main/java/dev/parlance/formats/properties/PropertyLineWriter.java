package dev.parlance.formats.properties;

/**
 * Writes {@code key=text} lines with the escapes of {@code java.util.Properties}.
 *
 * <p>{@code Properties.store} is not used, because it writes the current date and an unspecified order, so equal bundles would produce
 * different bytes.
 *
 * @param ascii whether non-ASCII characters are escaped
 */
record PropertyLineWriter(boolean ascii) {

    void append(StringBuilder out, String key, String text) {
        escape(out, key, true);
        out.append('=');
        escape(out, text, false);
        out.append('\n');
    }

    /** Writes a comment above a property. Comments have no escapes, so ASCII files contain question marks instead of other characters. */
    void appendComment(StringBuilder out, String comment) {
        comment.lines().forEach(it -> out.append("# ").append(it).append('\n'));
    }

    private void escape(StringBuilder out, String text, boolean key) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case ' ' -> out.append(key || i == 0 ? "\\ " : " ");
                case '=', ':', '#', '!' -> out.append(key ? "\\" : "").append(c);
                default -> appendCharacter(out, c);
            }
        }
    }

    /** Escapes characters that editors do not show, in both charsets. */
    private void appendCharacter(StringBuilder out, char c) {
        if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || ascii && c > '~') {
            out.append("\\u").append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16))
                    .append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
        } else {
            out.append(c);
        }
    }
}
