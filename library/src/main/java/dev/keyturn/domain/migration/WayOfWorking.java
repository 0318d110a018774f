package dev.keyturn.domain.migration;

import dev.keyturn.domain.profile.plan.Suffixes;

/** The ways of working that a profile with long-term keys can be moved to. */
public enum WayOfWorking {
  /** The profile has its keys itself; its session goes to {@code [X-mfa]}. */
  PLAIN,
  /** {@code [X-long-term]} has the keys, {@code [X]} the session: what {@code aws-mfa} uses. */
  SUFFIX,
  /** AWS tools get the session from Keyturn through {@code credential_process}. */
  PROCESS;

  /** The section of {@code profile}'s keys in this way, unless they are in another already. */
  String keys(String profile) {
    return this == PLAIN ? profile : profile + Suffixes.STANDARD.longTerm();
  }
}
