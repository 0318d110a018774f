package dev.keyturn.sandbox.iam.request;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as {@code MaxItems} and {@code Marker} ask for it.
 *
 * @param marker where the next page starts, opaque to the caller; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String marker) {
  private static final int USUAL_SIZE = 100;
  private static final Pattern POSITION = Pattern.compile("after:(\\d{1,9})");

  private static final Shape MAX_ITEMS = Shapes.number("MaxItems").between(1, 1000);
  private static final Shape MARKER =
      Shapes.text("Marker").between(1, 320).matching("[\\u0020-\\u00FF]+");

  /** The shapes of a list's own parameters and of paging. */
  public static Shape[] and(Shape... shapes) {
    return Stream.concat(Stream.of(shapes), Stream.of(MAX_ITEMS, MARKER)).toArray(Shape[]::new);
  }

  /**
   * The page of the list that the call asks for.
   *
   * @throws AwsError ValidationError for a marker that is not from here
   */
  public static <T> Page<T> of(Call call, List<T> all) {
    int start = start(call.parameters().text("Marker"), all.size());
    int end = Math.min(all.size(), start + call.parameters().number("MaxItems", USUAL_SIZE));
    return new Page<>(all.subList(start, end), end < all.size() ? marker(end) : null);
  }

  /** An answer with the items under this name. */
  public Structure structures(String name, Function<T, Structure> describe) {
    return end(Structure.empty().withStructures(name, items.stream().map(describe).toList()));
  }

  /** An answer with the names of the items. */
  public Structure texts(String name, Function<T, String> describe) {
    return end(Structure.empty().withTexts(name, items.stream().map(describe).toList()));
  }

  /** The answer with the end of every list. */
  public Structure end(Structure answer) {
    return answer.with("IsTruncated", marker != null).with("Marker", marker);
  }

  private static String marker(int position) {
    byte[] text = ("after:" + position).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static int start(@Nullable String marker, int size) {
    if (marker == null) {
      return 0;
    }
    Matcher position = POSITION.matcher(decoded(marker));
    if (!position.matches()) {
      throw AwsError.validation("Invalid Marker.");
    }
    return Math.min(size, Integer.parseInt(position.group(1)));
  }

  private static String decoded(String marker) {
    try {
      return new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
