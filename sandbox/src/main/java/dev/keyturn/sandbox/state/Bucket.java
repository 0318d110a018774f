package dev.keyturn.sandbox.state;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A bucket and its objects, in memory. */
public final class Bucket {

  private final String name;
  private final Instant createDate;
  private final NavigableMap<String, StoredObject> objects = new TreeMap<>();

  public Bucket(String name, Instant createDate) {
    this.name = name;
    this.createDate = createDate;
  }

  public String name() {
    return name;
  }

  public Instant createDate() {
    return createDate;
  }

  /** The objects by key, to be read and changed. */
  public NavigableMap<String, StoredObject> objects() {
    return objects;
  }
}
