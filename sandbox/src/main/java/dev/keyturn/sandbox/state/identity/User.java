package dev.keyturn.sandbox.state.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user with keys and policies; also stands for the root user of an account. */
public final class User implements PolicyHolder {
  private final String id;
  private final Instant createDate;
  private final List<AccessKey> accessKeys = new ArrayList<>();
  private final List<ServiceCredential> serviceCredentials = new ArrayList<>();
  private final Map<String, Policy> policies = new LinkedHashMap<>();
  private final List<ManagedPolicy> attachedPolicies = new ArrayList<>();
  private final List<Tag> tags = new ArrayList<>();
  private String name;
  private String path;
  private @Nullable ManagedPolicy boundary;
  private @Nullable LoginProfile loginProfile;

  public User(String name, String path, String id, Instant createDate) {
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

  /** {@code AIDA…}. */
  @Override
  public String id() {
    return id;
  }

  @Override
  public Instant createDate() {
    return createDate;
  }

  public void rename(String newName, String newPath) {
    name = newName;
    path = newPath;
  }

  /** The user's keys, to be read and changed. */
  public List<AccessKey> accessKeys() {
    return accessKeys;
  }

  /** The user's service-specific credentials, to be read and changed. */
  public List<ServiceCredential> serviceCredentials() {
    return serviceCredentials;
  }

  @Override
  public Map<String, Policy> policies() {
    return policies;
  }

  @Override
  public List<ManagedPolicy> attachedPolicies() {
    return attachedPolicies;
  }

  /** The user's tags, to be read and changed. */
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

  /** The console password, or null for a user without console access. */
  public @Nullable LoginProfile loginProfile() {
    return loginProfile;
  }

  public void login(@Nullable LoginProfile profile) {
    loginProfile = profile;
  }
}
