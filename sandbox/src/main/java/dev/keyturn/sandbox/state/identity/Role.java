package dev.keyturn.sandbox.state.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A role: who may assume it, for how long, and what it may do. */
public final class Role implements PolicyHolder {
  private final String name;
  private final String path;
  private final String id;
  private final Instant createDate;
  private final Map<String, Policy> policies = new LinkedHashMap<>();
  private final List<ManagedPolicy> attachedPolicies = new ArrayList<>();
  private final List<Tag> tags = new ArrayList<>();
  private String trustPolicy;
  private int maxSessionDuration;
  private @Nullable String description;
  private @Nullable ManagedPolicy boundary;

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

  @Override
  public String name() {
    return name;
  }

  @Override
  public String path() {
    return path;
  }

  /** {@code AROA…}. */
  @Override
  public String id() {
    return id;
  }

  @Override
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

  @Override
  public Map<String, Policy> policies() {
    return policies;
  }

  @Override
  public List<ManagedPolicy> attachedPolicies() {
    return attachedPolicies;
  }

  public @Nullable String description() {
    return description;
  }

  public void describe(@Nullable String text) {
    description = text;
  }

  /** The role's tags, to be read and changed. */
  public List<Tag> tags() {
    return tags;
  }

  /** The permissions boundary, or null. */
  public @Nullable ManagedPolicy boundary() {
    return boundary;
  }

  public void bound(@Nullable ManagedPolicy policy) {
    boundary = policy;
  }
}
