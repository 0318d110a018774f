package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.List;

/**
 * The AWS files as they would be after changes.
 *
 * @param after their merged content
 * @param files the files that would change
 */
public record EditPreview(AwsConfiguration after, List<File> files) {

  /**
   * A file that would change.
   *
   * @param path its path
   * @param before its text now; may be secret
   * @param after its text after the changes; may be secret
   */
  public record File(String path, String before, String after) {

    /** Without the texts, which may be secret. */
    @Override
    public String toString() {
      return "File[" + path + "]";
    }
  }
}
