package dev.keyturn.cli.transcript;

/** Makes two performances of a story alike that began at different times. */
public final class Times {

  private Times() {}

  /**
   * {@code text} without what depends on the time of day: how wide a column of times is, and so
   * what has room beside it, does.
   */
  public static String removed(String text) {
    return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME")
        .replaceAll("until (?:\\d{4}-\\d\\d-\\d\\d |tomorrow )?\\d\\d:\\d\\d", "until TIME")
        .replaceAll("(?m)(TIME LEFT|until TIME|no session|unknown|expired) {2,}.*$", "$1")
        .replaceAll("expiration = \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "expiration = TIME")
        .replaceAll("\"remaining_seconds\":[1-9]\\d*", "\"remaining_seconds\":SECONDS")
        .replaceAll("\"granted_seconds\":[1-9]\\d*", "\"granted_seconds\":SECONDS")
        // Progress, which only a slow machine shows.
        .replaceAll("tty>\\s*(?:\\d+ of \\d+ sessions\\W*\\[K\\s*)+\\W*\\[K\n", "")
        .replaceAll("\\(changes in \\d+ s\\)", "(changes in SECONDS)")
        .replaceAll("next code comes in \\d+ s", "next code comes in SECONDS");
  }
}
