package dev.parlance.cli.project;

import dev.parlance.formats.FileIssue;
import java.util.List;

/** The texts of all files, and the parts that cannot be imported. */
public record LocalContent(List<LocalText> texts, List<LocatedIssue> issues) {
    public LocalContent {
        texts = List.copyOf(texts);
        issues = List.copyOf(issues);
    }

    public record LocatedIssue(LocalFile file, FileIssue issue) {
    }
}
