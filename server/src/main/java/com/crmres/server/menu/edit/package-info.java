/// The menu as people edit it: its rules, what an edit changes, and files to take it in and out.
@NullMarked
package com.crmres.server.menu.edit;

import org.jspecify.annotations.NullMarked;
