/// What people have to do because no program may.
@NullMarked
package com.crmres.common.task;

import org.jspecify.annotations.NullMarked;
