/// What calls a person: sounds, and notices over every screen.
@NullMarked
package com.crmres.desktop.alert;

import org.jspecify.annotations.NullMarked;
