package dev.keyturn.sandbox.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a tree in the order of AWS's service model; one tree serves XML and JSON. A {@code
 * null} value leaves the member out.
 */
public final class Structure {

  /** What a member can be. */
  public sealed interface Value permits Text, Time, Whole, Flag, Members, Entries, Nested {}

  public record Text(String value) implements Value {}

  public record Time(Instant value) implements Value {}

  public record Whole(long value) implements Value {}

  public record Flag(boolean value) implements Value {}

  /** A list; in XML each item is in an element {@code member}. */
  public record Members(List<Value> values) implements Value {}

  /** A map; in XML each pair is in an element {@code entry}. */
  public record Entries(Map<String, Value> values) implements Value {}

  public record Nested(Structure value) implements Value {}

  private final Map<String, Value> members = new LinkedHashMap<>();
  private final boolean isResult;

  private Structure(boolean isResult) {
    this.isResult = isResult;
  }

  /** No members yet; if that stays so, the answer of an action that returns nothing. */
  public static Structure empty() {
    return new Structure(false);
  }

  /**
   * The answer of an action that returns a result without members. In XML its element must be
   * there: boto3 and the AWS CLI look for it.
   */
  public static Structure emptyResult() {
    return new Structure(true);
  }

  public Structure with(String name, @Nullable String value) {
    return put(name, value == null ? null : new Text(value));
  }

  public Structure with(String name, @Nullable Instant value) {
    return put(name, value == null ? null : new Time(value));
  }

  public Structure with(String name, long value) {
    return put(name, new Whole(value));
  }

  public Structure with(String name, boolean value) {
    return put(name, new Flag(value));
  }

  public Structure with(String name, @Nullable Structure value) {
    return put(name, value == null ? null : new Nested(value));
  }

  public Structure withTexts(String name, List<String> values) {
    List<Value> items = new ArrayList<>();
    values.forEach(value -> items.add(new Text(value)));
    return put(name, new Members(items));
  }

  public Structure withStructures(String name, List<Structure> values) {
    List<Value> items = new ArrayList<>();
    values.forEach(value -> items.add(new Nested(value)));
    return put(name, new Members(items));
  }

  public Structure withEntries(String name, Map<String, Long> values) {
    Map<String, Value> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, new Whole(value)));
    return put(name, new Entries(Collections.unmodifiableMap(entries)));
  }

  /** A map of texts; {@code null} leaves it out. */
  public Structure withTextEntries(String name, @Nullable Map<String, String> values) {
    if (values == null) {
      return this;
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, new Text(value)));
    return put(name, new Entries(Collections.unmodifiableMap(entries)));
  }

  /** The members in the order they were added. */
  public Map<String, Value> members() {
    return members;
  }

  /** Whether there is no result to be shown. */
  public boolean isEmpty() {
    return members.isEmpty() && !isResult;
  }

  private Structure put(String name, @Nullable Value value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }
}
