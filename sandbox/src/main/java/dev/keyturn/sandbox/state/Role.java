package dev.keyturn.sandbox.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A role: who may assume it, for how long, and what it may do. */
public final class Role {
  private final String name;
  private final String path;
  private final String id;
  private final Instant createDate;
  private final Map<String, Policy> policies = new LinkedHashMap<>();
  private String trustPolicy;
  private int maxSessionDuration;

  /**
   * A role without permissions.
   *
   * @param trustPolicy the AssumeRolePolicyDocument, JSON text
   * @param maxSessionDuration seconds, 3600 to 43200
   */
  public Role(
      String name,
      String path,
      String id,
      Instant createDate,
      String trustPolicy,
      int maxSessionDuration) {
    this.name = name;
    this.path = path;
    this.id = id;
    this.createDate = createDate;
    this.trustPolicy = trustPolicy;
    this.maxSessionDuration = maxSessionDuration;
  }

  public String name() {
    return name;
  }

  /** Begins and ends with {@code /}. */
  public String path() {
    return path;
  }

  /** {@code AROA…}. */
  public String id() {
    return id;
  }

  public Instant createDate() {
    return createDate;
  }

  public String trustPolicy() {
    return trustPolicy;
  }

  public void trust(String document) {
    trustPolicy = document;
  }

  public int maxSessionDuration() {
    return maxSessionDuration;
  }

  public void limit(int seconds) {
    maxSessionDuration = seconds;
  }

  /** The role's inline policies by name, to be read and changed. */
  public Map<String, Policy> policies() {
    return policies;
  }
}
