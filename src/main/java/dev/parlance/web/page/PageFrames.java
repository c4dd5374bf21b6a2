package dev.parlance.web.page;

import dev.parlance.locales.LocaleNames;
import dev.parlance.locales.LocaleTag;
import dev.parlance.web.page.PageFrame.Alternate;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Creates the frames of pages. */
@Singleton
public final class PageFrames {
    private final PublishedLabels labels;
    private final Assets assets;
    private final Optional<String> publicUrl;

    PageFrames(PublishedLabels labels, Assets assets, @ConfigProperty(name = "parlance.public-url") Optional<String> publicUrl) {
        this.labels = labels;
        this.assets = assets;
        this.publicUrl = publicUrl.map(it -> it.replaceAll("/+$", ""));
    }

    public Labels labels(PageRequest request) {
        return labels.forVisitor(request.locale(), request.acceptLanguage());
    }

    /** Returns the public address of this service, without a trailing slash. */
    public String baseUrl(PageRequest request) {
        return publicUrl.orElse(request.base());
    }

    /** Creates the frame of a page that is available in all languages of the labels. */
    public PageFrame frame(PageRequest request, Labels labels, String title, String description) {
        return frame(request, labels, title, description, this.labels.published().offeredLocales().all());
    }

    /**
     * Creates the frame of a page.
     *
     * @param locales the languages in which the page is available
     */
    public PageFrame frame(PageRequest request, Labels labels, String title, String description, Collection<LocaleTag> locales) {
        var address = baseUrl(request) + request.path();
        var alternates = locales.stream().map(it -> new Alternate(it.value(), LocaleNames.nativeName(it), Labels.directionOf(it),
                localized(address, it.value()), localized(request.path(), it.value()))).toList();
        return new PageFrame(labels, title, description, localized(address, request.locale()), alternates, assets.paths(),
                Objects.requireNonNullElse(request.locale(), ""));
    }

    private static String localized(String address, @Nullable String locale) {
        return locale == null ? address : QueryString.of("locale", locale).appendTo(address);
    }
}
