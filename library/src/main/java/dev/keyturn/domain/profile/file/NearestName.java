package dev.keyturn.domain.profile.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant, for "did you mean". */
public final class NearestName {

  private NearestName() {}

  /** Fewer characters match too many names to be a useful hint. */
  private static final int SHORTEST_BEGINNING = 2;

  /**
   * The candidates that begin with {@code typed}, if it has two characters or more; else the one
   * that {@link #of} finds; else none.
   */
  public static List<String> all(String typed, Iterable<String> candidates) {
    List<String> longer = new ArrayList<>();
    for (String candidate : candidates) {
      if (typed.length() >= SHORTEST_BEGINNING
          && candidate.regionMatches(true, 0, typed, 0, typed.length())) {
        longer.add(candidate);
      }
    }
    if (!longer.isEmpty()) {
      return longer;
    }
    String nearest = withFewestMistakes(typed, candidates);
    return nearest == null ? List.of() : List.of(nearest);
  }

  /**
   * The shortest candidate that begins with {@code typed}; else the one with the fewest typing
   * mistakes, where a missing, extra, wrong or swapped character counts as one mistake and case is
   * ignored; null if in every candidate more than a third of the characters are wrong. The first of
   * equal candidates is returned.
   */
  public static @Nullable String of(String typed, Iterable<String> candidates) {
    String shortest = null;
    for (String candidate : all(typed, candidates)) {
      if (shortest == null || candidate.length() < shortest.length()) {
        shortest = candidate;
      }
    }
    return shortest;
  }

  private static @Nullable String withFewestMistakes(String typed, Iterable<String> candidates) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    String nearest = null;
    int fewest = Math.max(1, wanted.length() / 3) + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - wanted.length()) < fewest) {
        int mistakes = mistakes(wanted, candidate.toLowerCase(Locale.ROOT));
        if (mistakes < fewest) {
          fewest = mistakes;
          nearest = candidate;
        }
      }
    }
    return nearest;
  }

  /** The optimal string alignment distance: Levenshtein's, with swapped neighbours as one. */
  private static int mistakes(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + wrong);
        if (i > 1 && j > 1 && swapped(a, b, i, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }

  private static boolean swapped(String a, String b, int i, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
