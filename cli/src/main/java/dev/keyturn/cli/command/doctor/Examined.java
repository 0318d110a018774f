package dev.keyturn.cli.command.doctor;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings, and the files that were examined.
 *
 * @param groups the findings
 * @param configuration the AWS files; null where they cannot be read
 */
record Examined(List<Group> groups, @Nullable AwsConfiguration configuration) {

  boolean hasProblem() {
    return groups.stream().anyMatch(Group::hasProblem);
  }
}
