package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.util.ArrayList;
import java.util.List;

/** Reports files that match several layouts at once. */
public final class AmbiguousLayoutRule {

  private final AwsConfiguration files;
  private final Suffixes suffixes;
  private final Findings findings;

  public AmbiguousLayoutRule(AwsConfiguration files, Suffixes suffixes, Findings findings) {
    this.files = files;
    this.suffixes = suffixes;
    this.findings = findings;
  }

  /** Warns if {@code profile} matches other layouts besides {@code chosen}. */
  public void warn(String profile, Layout chosen) {
    List<String> fitting = fitting(profile);
    if (fitting.size() > 1) {
      findings.warn(
          "several-layouts",
          "profile '"
              + profile
              + "' matches several layouts ("
              + String.join(", ", fitting)
              + "); using "
              + chosen.label(),
          files.profile(profile).map(Section::origin).orElse(null));
    }
  }

  private List<String> fitting(String profile) {
    List<String> fitting = new ArrayList<>();
    files.profile(profile).ifPresent(section -> addOwn(section, fitting));
    addIf(hasLongTermKeys(profile + suffixes.longTerm()), Layout.LONG_TERM_SUFFIX, fitting);
    addIf(hasLongTermKeys(profile + Suffixes.DEFAULT), Layout.DEFAULT_SUFFIX, fitting);
    boolean ownKeys = !suffixes.longTerm().isEmpty() && hasLongTermKeys(profile);
    addIf(ownKeys, Layout.PLAIN, fitting);
    return fitting;
  }

  private static void addOwn(Section section, List<String> fitting) {
    boolean role = section.filled("role_arn").isPresent();
    boolean source =
        section.filled("source_profile").filter(s -> !s.value().equals(section.name())).isPresent();
    addIf(role, Layout.ROLE, fitting);
    addIf(source && !role, Layout.SOURCE_PROFILE, fitting);
  }

  private boolean hasLongTermKeys(String name) {
    return files.profile(name).filter(LongTermKey::isIn).isPresent();
  }

  private static void addIf(boolean fits, Layout layout, List<String> fitting) {
    if (fits) {
      fitting.add(layout.label());
    }
  }
}
