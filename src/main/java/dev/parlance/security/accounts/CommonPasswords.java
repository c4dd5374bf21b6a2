package dev.parlance.security.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Detects passwords that are long enough, but easy to guess.
 *
 * <p>zxcvbn estimates the number of guesses from lists of the 30,000 most common passwords and of common words and names, and from
 * repetitions, sequences, dates and rows of the keyboard. The name of the account and that of the service count as common words.
 */
final class CommonPasswords {
    /** The rating "somewhat guessable" of zxcvbn ends here. Three common words need 1,000 times more guesses. */
    private static final double MIN_GUESSES = 1e10;

    private static final String SERVICE_NAME = "parlance";

    /** The lists take 11 MB and are rarely used, so the garbage collector may remove them. */
    private WeakReference<Zxcvbn> loaded = new WeakReference<>(null);

    /**
     * Returns whether a password is easy to guess.
     *
     * @param password at most 72 characters, because the time grows with the square of the length
     */
    boolean contains(String password, String accountName) {
        var ownWords = new ArrayList<>(List.of(SERVICE_NAME, accountName));
        ownWords.addAll(List.of(accountName.split("[._@-]+")));
        // zxcvbn knows the lists in lower case and would estimate a letter in upper case as another guess.
        return estimator().measure(password.toLowerCase(Locale.ROOT), ownWords).getGuesses() < MIN_GUESSES;
    }

    private synchronized Zxcvbn estimator() {
        var estimator = Optional.ofNullable(loaded.get()).orElseGet(Zxcvbn::new);
        loaded = new WeakReference<>(estimator);
        return estimator;
    }
}
