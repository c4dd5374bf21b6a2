package dev.parlance.web.docs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The template of the documentation. */
@CheckedTemplate(basePath = "")
final class DocsTemplates {
    private DocsTemplates() {
    }

    static native TemplateInstance docs(DocsPage page);
}
