package dev.keyturn.adapter.state;

import dev.keyturn.domain.edit.AppliedEdit;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of edits, ascending in the order in which they were made and unique among all processes. */
final class EditIds {

  private static final AtomicLong EDITS = new AtomicLong();
  private static final int WIDTH = 15;

  private EditIds() {}

  /**
   * An id greater than those of {@code kept}, which are sorted newest first, even if the clock was
   * set back.
   */
  static String next(Instant now, List<AppliedEdit> kept) {
    long newest = kept.isEmpty() ? 0 : millis(kept.get(0).id());
    String process = Long.toString(ProcessHandle.current().pid());
    return digits(WIDTH, Math.max(now.toEpochMilli(), newest + 1))
        .append('-')
        .append(process)
        .append('-')
        .append(digits(6, EDITS.incrementAndGet()))
        .toString();
  }

  private static long millis(String id) {
    try {
      return Long.parseLong(id.substring(0, Math.min(WIDTH, id.length())));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Avoids String.format, which loads as many classes as a whole edit. */
  private static StringBuilder digits(int width, long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    while (digits.length() < width) {
      digits.insert(0, '0');
    }
    return digits;
  }
}
