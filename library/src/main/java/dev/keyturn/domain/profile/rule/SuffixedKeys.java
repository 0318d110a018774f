package dev.keyturn.domain.profile.rule;

import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.plan.Layout;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.util.Optional;

/**
 * Long-term keys in a section beside the profile they are for, linked by its name.
 *
 * @param layout the way of working that puts them there
 * @param keys the keys
 */
record SuffixedKeys(Layout layout, StaticKeys keys) {

  /** The keys of {@code profile}: those of layout B, else those of layout A. */
  static Optional<SuffixedKeys> of(AwsConfiguration files, Suffixes suffixes, String profile) {
    return in(files, profile + suffixes.longTerm(), Layout.LONG_TERM_SUFFIX)
        .or(() -> in(files, profile + Suffixes.DEFAULT, Layout.DEFAULT_SUFFIX));
  }

  private static Optional<SuffixedKeys> in(AwsConfiguration files, String section, Layout layout) {
    return files
        .profile(section)
        .map(StaticKeys::of)
        .filter(StaticKeys::longTerm)
        .map(keys -> new SuffixedKeys(layout, keys));
  }
}
