package dev.keyturn.cli.command.doctor;

import dev.keyturn.cli.command.doctor.check.Finding;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Findings about one thing.
 *
 * @param profile the profile they are about; null for this computer
 * @param findings what was found, in the order of the checks
 */
record Group(@Nullable String profile, List<Finding> findings) {

  static Group of(@Nullable String profile, List<Finding> findings) {
    return new Group(
        profile, findings.stream().sorted(Comparator.comparing(Finding::check)).toList());
  }

  boolean hasProblem() {
    return findings.stream().anyMatch(finding -> finding.level().isProblem());
  }
}
