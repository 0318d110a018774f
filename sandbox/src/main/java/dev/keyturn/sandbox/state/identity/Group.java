package dev.keyturn.sandbox.state.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Users who share policies. */
public final class Group implements PolicyHolder {
  private final String id;
  private final Instant createDate;
  private final Map<String, Policy> policies = new LinkedHashMap<>();
  private final List<ManagedPolicy> attachedPolicies = new ArrayList<>();
  private final List<User> users = new ArrayList<>();
  private String name;
  private String path;

  public Group(String name, String path, String id, Instant createDate) {
    this.name = name;
    this.path = path;
    this.id = id;
    this.createDate = createDate;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String path() {
    return path;
  }

  /** {@code AGPA…}. */
  @Override
  public String id() {
    return id;
  }

  @Override
  public Instant createDate() {
    return createDate;
  }

  @Override
  public Map<String, Policy> policies() {
    return policies;
  }

  @Override
  public List<ManagedPolicy> attachedPolicies() {
    return attachedPolicies;
  }

  /** The members, to be read and changed. */
  public List<User> users() {
    return users;
  }

  public void rename(String newName, String newPath) {
    name = newName;
    path = newPath;
  }
}
