package dev.keyturn.sandbox.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A user with keys and policies; also stands for the root user of an account. */
public final class User {
  private final String name;
  private final String path;
  private final String id;
  private final Instant createDate;
  private final List<AccessKey> accessKeys = new ArrayList<>();
  private final Map<String, Policy> policies = new LinkedHashMap<>();

  public User(String name, String path, String id, Instant createDate) {
    this.name = name;
    this.path = path;
    this.id = id;
    this.createDate = createDate;
  }

  public String name() {
    return name;
  }

  /** Begins and ends with {@code /}. */
  public String path() {
    return path;
  }

  /** {@code AIDA…}. */
  public String id() {
    return id;
  }

  public Instant createDate() {
    return createDate;
  }

  /** The user's keys, to be read and changed. */
  public List<AccessKey> accessKeys() {
    return accessKeys;
  }

  /** The user's inline policies by name, to be read and changed. */
  public Map<String, Policy> policies() {
    return policies;
  }
}
