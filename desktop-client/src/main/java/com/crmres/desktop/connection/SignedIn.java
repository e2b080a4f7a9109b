package com.crmres.desktop.connection;

import com.crmres.common.identity.StaffMember;

/// A person with a session on a server.
public record SignedIn(ServerLink server, StaffMember staff) {}
