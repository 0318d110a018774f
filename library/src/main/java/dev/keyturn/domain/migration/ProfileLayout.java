package dev.keyturn.domain.migration;

import dev.keyturn.domain.profile.plan.Suffixes;

/** The layouts that a profile with long-term keys can be moved to. */
public enum ProfileLayout {
  /** The profile contains the keys; the session is written to {@code [X-mfa]}. */
  PLAIN,
  /**
   * {@code [X-long-term]} contains the keys, {@code [X]} the session: the layout of {@code
   * aws-mfa}.
   */
  SUFFIX,
  /** AWS tools get the session from Keyturn through {@code credential_process}. */
  PROCESS;

  /** The section of {@code profile}'s keys in this layout, unless they are in another already. */
  String keys(String profile) {
    return this == PLAIN ? profile : profile + Suffixes.STANDARD.longTerm();
  }
}
