package com.crmres.simulator.demo;

/// What server and simulated WhatsApp share for one run.
record Secrets(String appSecret, String verifyToken, String accessToken, String staffPassword) {

  static Secrets with(String staffPassword) {
    return new Secrets(
        StaffPassword.random(24),
        StaffPassword.random(12),
        StaffPassword.random(24),
        staffPassword);
  }

  @Override
  public String toString() {
    return "Secrets[***]";
  }
}
