package dev.parlance.formats.table.markdown;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A heading that contains a code.
 *
 * @param code  a number, or the name if there is no number
 * @param name  in upper case with underscores; empty if the name is the code, or if there is none
 * @param title a sentence after the code; empty if there is none
 */
record CodeHeading(String code, String name, String title) {
    private static final String NUMBER = "[-+]?[0-9]{1,9}|0[xX][0-9A-Fa-f]{1,8}|[A-Z]{1,6}-?[0-9]{2,9}";
    private static final String CONSTANT = "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+";
    private static final Pattern NAME_THEN_NUMBER = Pattern.compile("(?<name>[^()]{1,100}?)\\s*\\((?<code>" + NUMBER + ")\\)\\W*");
    private static final Pattern NUMBER_THEN_REST = Pattern.compile("(?:(?:error|code|error code)[: ]+)?(?<code>" + NUMBER
            + ")(?:\\s*[-–—:.]\\s+|\\s+|\\s*\\(|$)(?<rest>.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSTANT_THEN_REST = Pattern.compile("(?<code>" + CONSTANT
            + "|ERR[A-Z0-9]+)(?:\\s*[-–—:]\\s+|$)(?<rest>.*)");
    private static final Pattern NAME = Pattern.compile(CONSTANT + "|[A-Z]{3,}");

    static Optional<CodeHeading> parse(String heading) {
        var text = heading.replace('\n', ' ').strip();
        var named = NAME_THEN_NUMBER.matcher(text);
        if (named.matches()) {
            var name = named.group("name").strip();
            boolean constant = NAME.matcher(name).matches();
            return Optional.of(new CodeHeading(named.group("code"), constant ? name : "", constant ? "" : name));
        }
        var number = NUMBER_THEN_REST.matcher(text);
        if (number.matches() && (isSignificant(number.group("code")) || number.group("rest").isEmpty())) {
            return Optional.of(withRest(number.group("code"), number.group("rest")));
        }
        var constant = CONSTANT_THEN_REST.matcher(text);
        return constant.matches() ? Optional.of(withRest(constant.group("code"), constant.group("rest"))) : Optional.empty();
    }

    /** A number of one or two digits before a text is a section number. */
    private static boolean isSignificant(String code) {
        return code.length() > 2;
    }

    private static CodeHeading withRest(String code, String rest) {
        var text = rest.strip().replaceAll("\\)$", "").strip();
        return NAME.matcher(text).matches() ? new CodeHeading(code, text, "") : new CodeHeading(code, "", text);
    }
}
