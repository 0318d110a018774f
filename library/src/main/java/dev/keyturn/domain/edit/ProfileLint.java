package dev.keyturn.domain.edit;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The lint findings that concern a profile. Thread-safe as its ports are. */
public final class ProfileLint {

  /** The AWS CLI applies its settings to every profile. */
  private static final String OF_ALL = "DEFAULT";

  private final FileLint lint;
  private final ProfileFiles files;

  public ProfileLint(FileLint lint, ProfileFiles files) {
    this.lint = lint;
    this.files = files;
  }

  /**
   * The findings that concern any of {@code profiles}, in file order: those in its sections and in
   * the sections of its source profiles, and those that keep a tool from reading a file at all. A
   * file that cannot be read has no findings.
   */
  public List<LintFinding> of(Collection<String> profiles) {
    Set<String> names = withSources(profiles);
    return Stream.of(FileKind.CONFIG, FileKind.CREDENTIALS)
        .flatMap(kind -> findings(kind).stream())
        .filter(finding -> !finding.fatalFor().isEmpty() || isOf(finding, names))
        .toList();
  }

  private List<LintFinding> findings(FileKind kind) {
    try {
      return lint.lint(kind);
    } catch (FailureException e) {
      return List.of();
    }
  }

  private static boolean isOf(LintFinding finding, Set<String> names) {
    String written = finding.section();
    if (written == null) {
      return false;
    }
    String section = written.replaceAll("[\"']", "");
    return section.equals(OF_ALL)
        || names.contains(section)
        || Stream.of(Suffixes.STANDARD.longTerm(), Suffixes.DEFAULT, Suffixes.DERIVED)
            .flatMap(suffix -> Suffixes.stem(section, suffix).stream())
            .anyMatch(names::contains);
  }

  private Set<String> withSources(Collection<String> profiles) {
    Set<String> names = new HashSet<>();
    Optional<AwsConfiguration> known = known();
    for (String profile : profiles) {
      Optional<String> next = Optional.of(profile);
      while (next.isPresent() && names.add(next.get())) {
        String name = next.get();
        next =
            known
                .flatMap(read -> read.profile(name))
                .flatMap(section -> section.value("source_profile"));
      }
    }
    return names;
  }

  private Optional<AwsConfiguration> known() {
    try {
      return Optional.of(files.read());
    } catch (FailureException e) {
      return Optional.empty();
    }
  }
}
