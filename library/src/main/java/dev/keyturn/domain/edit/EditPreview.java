package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import java.util.List;

/**
 * What AWS files would be after changes.
 *
 * @param after what they would say
 * @param files those that would change
 */
public record EditPreview(AwsConfiguration after, List<File> files) {

  /**
   * One of them.
   *
   * @param path its path
   * @param before its text now; may be secret
   * @param after its text then; may be secret
   */
  public record File(String path, String before, String after) {

    /** Without the texts, which may be secret. */
    @Override
    public String toString() {
      return "File[" + path + "]";
    }
  }
}
