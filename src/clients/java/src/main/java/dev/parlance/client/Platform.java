package dev.parlance.client;

import dev.parlance.client.format.SimpleFormatter;
import dev.parlance.client.format.TextFormatter;
import dev.parlance.client.http.JdkTransport;
import dev.parlance.client.http.Transport;
import dev.parlance.client.http.UrlConnectionTransport;
import dev.parlance.client.icu.IcuFormatter;
import dev.parlance.client.icu.IcuLocaleMatching;

/** Selects the implementations that the platform and the libraries of the app support. */
final class Platform {

    private Platform() {
    }

    static Transport transport() {
        return isPresent("java.net.http.HttpClient") ? Jdk.transport() : new UrlConnectionTransport();
    }

    static TextFormatter formatter() {
        return hasIcu() ? Icu.formatter() : new SimpleFormatter();
    }

    static LocaleMatching localeMatching() {
        return hasIcu() ? Icu.localeMatching() : new SimpleLocaleMatching();
    }

    private static boolean hasIcu() {
        return isPresent("com.ibm.icu.text.MessagePattern");
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, Platform.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** In a class of its own, so that {@link Platform} can be verified without {@code java.net.http}. */
    private static final class Jdk {
        private static Transport transport() {
            return new JdkTransport();
        }
    }

    /** In a class of its own, so that {@link Platform} can be verified without ICU4J. */
    private static final class Icu {
        private static TextFormatter formatter() {
            return new IcuFormatter();
        }

        private static LocaleMatching localeMatching() {
            return new IcuLocaleMatching();
        }
    }
}
