/// Signing in and choosing the branch to work in.
@NullMarked
package com.crmres.desktop.signin;

import org.jspecify.annotations.NullMarked;
